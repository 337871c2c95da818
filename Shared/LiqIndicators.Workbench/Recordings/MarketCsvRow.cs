using System.Globalization;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Workbench.Recordings;

/// <summary>Knows where each column stands in one file and turns a line into a bar.</summary>
internal sealed class MarketCsvRow
{
    private readonly string _file;
    private readonly MarketCsvLines _lines;
    private readonly string[] _columns;
    private readonly Range[] _fields;

    private MarketCsvRow(string file, MarketCsvLines lines, string[] columns)
    {
        _file = file;
        _lines = lines;
        _columns = columns;
        _fields = new Range[columns.Length + 1];
    }

    internal static MarketCsvRow FromHeader(string file, MarketCsvLines lines)
    {
        if (!lines.TryRead(out ReadOnlySpan<char> header))
        {
            throw new MarketCsvException(file, 1, "is missing: the file is empty; expected a header row.");
        }

        string[] columns = header.ToString().Split(',');
        foreach (string column in columns)
        {
            if (!MarketCsv.Required.Contains(column) && !MarketCsv.Optional.Contains(column))
            {
                throw new MarketCsvException(
                    file, 1, $"column '{column}' is not known; expected one of {string.Join(", ", MarketCsv.Required.Concat(MarketCsv.Optional))}.");
            }

            if (columns.Count(other => other == column) > 1)
            {
                throw new MarketCsvException(file, 1, $"column '{column}' stands there twice; expected once.");
            }
        }

        if (MarketCsv.Required.Where(required => !columns.Contains(required)).ToList() is { Count: > 0 } missing)
        {
            throw new MarketCsvException(file, 1, $"column '{string.Join("', '", missing)}' is missing; expected at least {string.Join(", ", MarketCsv.Required)}.");
        }

        return new MarketCsvRow(file, lines, columns);
    }

    internal bool TryRead(out MarketBar bar)
    {
        bar = default;
        if (!_lines.TryRead(out ReadOnlySpan<char> line))
        {
            return false;
        }

        int found = line.Split(_fields, ',');
        if (found != _columns.Length)
        {
            string many = found > _columns.Length ? "more" : found.ToString(CultureInfo.InvariantCulture);
            throw new MarketCsvException(_file, _lines.Number, $"holds {many} fields; expected {_columns.Length}, as in the header.");
        }

        double open = Price(line, MarketCsv.Open);
        double high = Price(line, MarketCsv.High);
        double low = Price(line, MarketCsv.Low);
        double close = Price(line, MarketCsv.Close);
        if (high < Math.Max(open, close))
        {
            throw Wrong(line, MarketCsv.High, "a price of at least open and close");
        }

        if (low > Math.Min(open, close))
        {
            throw Wrong(line, MarketCsv.Low, "a price of at most open and close");
        }

        double openInterest = Amount(line, MarketCsv.OpenInterestBase);
        bar = new MarketBar(
            Time(line),
            open,
            high,
            low,
            close,
            Amount(line, MarketCsv.VolumeBase),
            double.IsNaN(openInterest) ? Amount(line, MarketCsv.OpenInterestUsd) / close : openInterest,
            Number(line, MarketCsv.FundingRate, -1, 1, "a fraction per interval in [-1, 1]"),
            Number(line, MarketCsv.FundingIntervalHours, 0.01, 8784, "a number of hours above 0"),
            Amount(line, MarketCsv.LiquidatedLongUsd),
            Amount(line, MarketCsv.LiquidatedShortUsd));
        return true;
    }

    private DateTime Time(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = Field(line, MarketCsv.TimeUtc);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, MarketCsv.TimeFormat, CultureInfo.InvariantCulture, Utc, out DateTime time)
            ? time
            : throw Wrong(line, MarketCsv.TimeUtc, "a UTC time like 2026-01-31T14:00:00Z");
    }

    private double Price(ReadOnlySpan<char> line, string column)
    {
        double price = Number(line, column, double.Epsilon, 1e15, "a price above 0");
        return double.IsNaN(price) ? throw Wrong(line, column, "a price above 0") : price;
    }

    private double Amount(ReadOnlySpan<char> line, string column) => Number(line, column, 0, 1e18, "a number of at least 0, or nothing");

    /// <summary>The number in a field; NaN when the column or the field is not there.</summary>
    private double Number(ReadOnlySpan<char> line, string column, double min, double max, string expected)
    {
        ReadOnlySpan<char> text = Field(line, column);
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double value) && value >= min && value <= max
            ? value
            : throw Wrong(line, column, expected);
    }

    private ReadOnlySpan<char> Field(ReadOnlySpan<char> line, string column)
    {
        int index = Array.IndexOf(_columns, column);
        return index < 0 ? default : line[_fields[index]];
    }

    private MarketCsvException Wrong(ReadOnlySpan<char> line, string column, string expected) =>
        new(_file, _lines.Number, column, Field(line, column).ToString(), expected);
}
