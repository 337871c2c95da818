using System.Globalization;
using System.Text;
using LiqIndicators.Simulation.Truth;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Recordings;

/// <summary>Writes what only the simulator knows: every open position bucket at every snapshot.</summary>
public sealed class TruthCsvWriter : IDisposable
{
    private readonly StreamWriter _writer;

    /// <summary>Starts a file; an existing one is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TruthCsvWriter(string path)
    {
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        _writer.WriteLine("time_utc,side,liquidation_price,quantity_base,leverage");
    }

    /// <summary>Appends a snapshot; liquidation price 0 is a long that cannot be liquidated.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(TruthSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        string time = snapshot.AsOfUtc.ToString(MarketCsv.TimeFormat, CultureInfo.InvariantCulture);
        foreach (TruthBucket bucket in snapshot.Buckets)
        {
            string side = SideNames.Of(bucket.Side);
            _writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{time},{side},{bucket.LiquidationPrice:G8},{bucket.Quantity:G7},{bucket.Leverage:G6}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
