using System.Data.Common;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Recorded;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Record;

/// <summary>Reads a recording back.</summary>
internal static class StoreReader
{
    /// <summary>Length of the recording's bars.</summary>
    /// <exception cref="CommandException">The store does not say.</exception>
    internal static TimeSpan BarLength(RecordStore store) =>
        int.TryParse(store.Meta("bar_seconds"), System.Globalization.CultureInfo.InvariantCulture, out int seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new CommandException($"store {store.Name}: bar_seconds is '{store.Meta("bar_seconds")}'; expected the length that 'liq record' writes.");

    /// <summary>Instruments that anything was recorded of, in the order of <see cref="VenueId"/>.</summary>
    internal static IReadOnlyList<(VenueId Venue, string Symbol)> Instruments(RecordStore store) =>
    [
        .. store.Read(
                new StoreCommand("SELECT venue, symbol FROM candles UNION SELECT venue, symbol FROM liquidation_totals UNION SELECT venue, symbol FROM liquidations"),
                row => (Venue: VenueOf(store, row.GetString(0)), Symbol: row.GetString(1)))
            .OrderBy(instrument => instrument.Venue)
            .ThenBy(instrument => instrument.Symbol, StringComparer.Ordinal),
    ];

    /// <summary>All of one instrument.</summary>
    internal static VenueRecording Recording(RecordStore store, VenueId venue, string symbol)
    {
        List<T> Rows<T>(string columns, string table, string order, Func<DbDataReader, T> read) =>
            store.Read(new StoreCommand($"SELECT {columns} FROM {table} WHERE venue = @p0 AND symbol = @p1 ORDER BY {order}", venue.ToString(), symbol), read);

        return new VenueRecording(
            venue,
            symbol,
            Rows("time_ms, open, high, low, close, volume_base, volume_quote", "candles", "time_ms", row => new CandleRow(
                Time(row, 0), Number(row, 1), Number(row, 2), Number(row, 3), Number(row, 4), Optional(row, 5), Optional(row, 6), true)),
            Rows("time_ms, base, quote", "open_interest", "time_ms", row => new OpenInterestRow(Time(row, 0), Optional(row, 1), Optional(row, 2))),
            Rows("time_ms, rate, interval_hours", "funding", "time_ms", row => new FundingRateRow(Time(row, 0), Number(row, 1), Optional(row, 2))),
            Rows("time_ms, side, base, price, quote", "liquidations", "time_ms", row => new ForcedOrderRow(
                Time(row, 0),
                symbol,
                row.GetString(1) == "long" ? PositionSide.Long : PositionSide.Short,
                Number(row, 2),
                Number(row, 3),
                Number(row, 4))),
            Rows("time_ms, long_quote, short_quote", "liquidation_totals", "time_ms", row => new LiquidationTotalsRow(Time(row, 0), Number(row, 1), Number(row, 2))),
            Rows("from_ms, to_ms", "heard", "from_ms", row => (Time(row, 0), Time(row, 1))));
    }

    internal static DateTime Time(DbDataReader row, int column) => DateTime.UnixEpoch.AddMilliseconds(row.GetInt64(column));

    private static decimal Number(DbDataReader row, int column) => (decimal)row.GetDouble(column);

    private static decimal? Optional(DbDataReader row, int column) => row.IsDBNull(column) ? null : (decimal)row.GetDouble(column);

    private static VenueId VenueOf(RecordStore store, string name) => Enum.TryParse(name, out VenueId venue) && Enum.IsDefined(venue)
        ? venue
        : throw new CommandException($"store {store.Name}: venue is '{name}'; expected one of {string.Join(", ", Enum.GetNames<VenueId>())}.");
}
