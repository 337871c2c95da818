using System.CommandLine;
using System.CommandLine.Parsing;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Transports;

/// <summary>The options that say which market is followed on which venues.</summary>
internal sealed class VenueOptions
{
    private static readonly NamedVenues Standard = new([VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex], VenueWeights.None);

    private readonly Option<string> _symbol = new("--symbol")
    {
        Description = "What to follow: a name like BTCUSDT, or instruments of venues like binance:BTCUSDT,okx:BTC-USD-SWAP.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<NamedVenues> _venues = Venues(
        $"Venues, the one with the best prices first: any of {VenueNames.All}; okx*0.5 counts half.", Standard);

    private readonly Option<IReadOnlyDictionary<VenueId, Uri>> _addresses = new("--base-url")
    {
        Description = "Asks a venue at another address, such as binance=http://127.0.0.1:8080; requests and streams alike. May be repeated.",
        HelpName = "VENUE=URL",
        DefaultValueFactory = _ => new Dictionary<VenueId, Uri>(),
        CustomParser = argument => ParsePairs("--base-url", argument, "an address like binance=http://127.0.0.1:8080", AddressOf),
    };

    private readonly Option<IReadOnlyDictionary<VenueId, FileInfo>> _keyFiles = new("--key-file")
    {
        Description = $"File with the key of a vendor, such as coinalyze=key.txt; {VendorKeys.VariableOf(VenueId.Coinalyze)} and {VendorKeys.VariableOf(VenueId.CoinGlass)} do the same.",
        HelpName = "VENUE=FILE",
        DefaultValueFactory = _ => new Dictionary<VenueId, FileInfo>(),
        CustomParser = argument => ParsePairs("--key-file", argument, "a file like coinalyze=key.txt", path => path.Length > 0 ? new FileInfo(path) : null),
    };

    /// <summary>The option that names venues and how much each counts.</summary>
    internal static Option<NamedVenues> Venues(string description, NamedVenues standard) => new("--venues")
    {
        Description = description,
        HelpName = "A,B*0.5,...",
        DefaultValueFactory = _ => standard,
        CustomParser = ParseVenues,
    };

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_symbol);
        command.Add(_venues);
        command.Add(_addresses);
        command.Add(_keyFiles);
    }

    /// <summary>What the user chose.</summary>
    /// <exception cref="CommandException">The symbol names nothing to follow, or a vendor's key is missing.</exception>
    internal FollowedMarket Read(ParseResult parsed)
    {
        string symbol = parsed.GetValue(_symbol)!;
        SymbolMatch match = symbol.Contains(':', StringComparison.Ordinal)
            ? SymbolResolver.Resolve(new BrokerSymbol(symbol), symbol)
            : SymbolResolver.Resolve(new BrokerSymbol(symbol));
        if (!match.IsFound)
        {
            string shown = VenueNames.Shown(symbol);
            throw new CommandException($"--symbol is '{shown}': {match.Explanation.Replace(symbol, shown, StringComparison.Ordinal)}; expected a coin's name like BTCUSDT or venue:instrument.");
        }

        IReadOnlyDictionary<VenueId, Uri> others = parsed.GetValue(_addresses)!;
        VenueAddresses addresses = new(others, new VendorKeys(parsed.GetValue(_keyFiles)!));
        NamedVenues venues = parsed.GetValue(_venues)!;
        if (ReferenceEquals(venues, Standard) && match.Overrides.Count > 0)
        {
            // Who names no venues beside the instruments follows those of the instruments.
            venues = new NamedVenues([.. match.Overrides.Keys], VenueWeights.None);
        }

        return new FollowedMarket(symbol, match, [.. venues.Venues.Select(addresses.Create)], venues.Weights, others.Count > 0);
    }

    private static NamedVenues ParseVenues(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        string problem = VenueNames.Read(text, out IReadOnlyList<VenueId> venues, out VenueWeights weights);
        problem = problem.Length == 0 && venues.Count == 0 ? $"it names no venue; expected some of {VenueNames.All}" : problem;
        if (problem.Length > 0)
        {
            argument.AddError($"--venues: {problem}.");
        }

        return new NamedVenues(venues, weights);
    }

    private static Dictionary<VenueId, T> ParsePairs<T>(string option, ArgumentResult argument, string expected, Func<string, T?> read)
        where T : class
    {
        Dictionary<VenueId, T> pairs = [];
        foreach (Token token in argument.Tokens)
        {
            string[] pair = token.Value.Split('=', 2);
            if (pair.Length == 2 && VenueNames.TryFind(pair[0], out VenueId venue) && read(pair[1]) is { } value)
            {
                pairs[venue] = value;
            }
            else
            {
                argument.AddError($"{option} is '{token.Value}'; expected {expected}.");
            }
        }

        return pairs;
    }

    private static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Query.Length == 0 ? address : null;
}
