using System.Diagnostics;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Tests.Scoring;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>Streams of the console against venues on loopback that send more than any client should take.</summary>
public sealed class SocketTransportTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Stream_MessageBeyondTheLimitOfBytes_EndsItBeforeItIsPutTogether()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Bybit).Stream = new StreamFaults { Padding = (int)StreamLimit.MostBytes };
        using OwnerThread owner = new();
        Ear ear = new();
        UriBuilder address = new(host.AddressOf(VenueId.Bybit)) { Scheme = Uri.UriSchemeWs };
        IStreamConnection connection = new SocketTransport(owner).Open(new Uri(address.Uri + "/v5/public/linear"), ear);
        Stopwatch waited = Stopwatch.StartNew();

        owner.Run(
            () => ear.Subscribe(connection, "{\"op\":\"subscribe\",\"args\":[\"tickers.BTCUSDT\"]}"), () => ear.Reason is not null || waited.Elapsed > Patience, default);
        connection.Close();

        Assert.NotNull(ear.Reason);
        Assert.Contains("expected at most 3000000", ear.Reason, StringComparison.Ordinal);
        // The answer to the subscription came before.
        Assert.All(ear.Lengths, length => Assert.InRange(length, 1, 1_000));
    }

    [Fact]
    public async Task Check_StreamOfMessagesBeyondTheLimit_IsNotCalledData()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Bybit).Stream = new StreamFaults { Padding = StreamLimit.MostCharacters };

        (int _, string output) = CommandRun.Result(["check", "--json", "--timeout", "5", .. Loopback.Options(host, VenueId.Bybit)]);

        Assert.Contains("characters was dropped; expected at most 1000000", output, StringComparison.Ordinal);
        Assert.DoesNotContain("data after", output, StringComparison.Ordinal);
    }

    private sealed class Ear : IStreamListener
    {
        private bool _isOpen;
        private bool _hasSubscribed;

        public string? Reason { get; private set; }

        public List<int> Lengths { get; } = [];

        public void Subscribe(IStreamConnection connection, string subscription)
        {
            if (_isOpen && !_hasSubscribed)
            {
                _hasSubscribed = true;
                connection.Send(subscription);
            }
        }

        public void Opened() => _isOpen = true;

        public void TextReceived(string text) => Lengths.Add(text.Length);

        public void Closed(string reason) => Reason = reason;
    }
}
