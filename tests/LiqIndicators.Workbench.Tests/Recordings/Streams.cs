using System.Globalization;
using System.Text;

namespace LiqIndicators.Workbench.Tests.Recordings;

/// <summary>A long run of one character, never held in memory.</summary>
internal sealed class EndlessStream(long length) : ReadOnlyStream
{
    private long _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, length - _position);
        buffer.AsSpan(offset, read).Fill((byte)'7');
        _position += read;
        return read;
    }
}

/// <summary>A market CSV of any number of rows, made while it is read.</summary>
internal sealed class GeneratedCsv(string header, int rows) : ReadOnlyStream
{
    private byte[] _line = Encoding.UTF8.GetBytes(header);
    private int _used;
    private int _row;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_used == _line.Length)
        {
            if (_row == rows)
            {
                return 0;
            }

            string time = DateTime.UnixEpoch.AddMinutes(_row++).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            _line = Encoding.UTF8.GetBytes(time + ",100,110,90,105,2100,0.0001,8,0,0\n");
            _used = 0;
        }

        int read = Math.Min(count, _line.Length - _used);
        _line.AsSpan(_used, read).CopyTo(buffer.AsSpan(offset));
        _used += read;
        return read;
    }
}

internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
        // Nothing is ever written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
