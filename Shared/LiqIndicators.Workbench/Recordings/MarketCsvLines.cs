using System.Text;

namespace LiqIndicators.Workbench.Recordings;

/// <summary>Reads complete lines of bounded length from strict UTF-8, so that any file whatever takes little memory.</summary>
internal sealed class MarketCsvLines : IDisposable
{
    private const int MostCharacters = 4096;

    private readonly string _file;
    private readonly StreamReader _reader;
    private readonly char[] _line = new char[MostCharacters];

    internal MarketCsvLines(string file, Stream stream)
    {
        _file = file;
        _reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>Number of the line read last, counted from 1.</summary>
    internal long Number { get; private set; }

    /// <summary>Reads the next line without its line break; false at the end of the file.</summary>
    internal bool TryRead(out ReadOnlySpan<char> line)
    {
        Number++;
        int length = 0;
        try
        {
            for (int next = _reader.Read(); next >= 0; next = _reader.Read())
            {
                if (next == '\n')
                {
                    int end = length > 0 && _line[length - 1] == '\r' ? length - 1 : length;
                    int start = Number == 1 && end > 0 && _line[0] == '\uFEFF' ? 1 : 0;
                    line = _line.AsSpan(start, end - start);
                    return true;
                }

                if (next == 0 || length == MostCharacters)
                {
                    throw new MarketCsvException(
                        _file, Number, next == 0 ? "holds a zero byte; expected UTF-8 text." : $"is longer than {MostCharacters} characters; expected one bar per line.");
                }

                _line[length++] = (char)next;
            }
        }
        catch (DecoderFallbackException e)
        {
            throw new MarketCsvException(_file, Number, "is not UTF-8 (at or soon after this line); expected UTF-8 text.", e);
        }

        if (length > 0)
        {
            throw new MarketCsvException(
                _file, Number, "ends without a line break, so it may be cut short; expected a complete last line (add the line break if it is complete).");
        }

        line = default;
        return false;
    }

    public void Dispose() => _reader.Dispose();
}
