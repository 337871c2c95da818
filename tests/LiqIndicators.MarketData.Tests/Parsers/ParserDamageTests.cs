using System.Text;
using LiqIndicators.MarketData.Results;
using LiqIndicators.TestKit;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>No damage to a body passes for data: structure, then bytes.</summary>
public sealed class ParserDamageTests
{
    // Measured over the reduced counts: up to 9.4 kB where a body has less than 60 characters, which is an exception and its text, and up
    // to 55 bytes for every character where it has more than 250.
    private const int BytesPerError = 16_384;
    private const int BytesPerCharacter = 64;

    public static TheoryData<string> Parsers => ParserCases.Names;

    [Theory]
    [InlineData("binance coin ", 4)]
    [InlineData("bybit inverse ", 9)]
    [InlineData("coinglass ", 11)]
    public void Parsers_OfTheLessUsualContractsAndVendors_AreDamagedToo(string prefix, int count) =>
        Assert.Equal(count, ParserCases.All.Count(parser => parser.Name.StartsWith(prefix, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_OwnFixture_GivesAValue(string name)
    {
        ParserCase parser = ParserCases.Named(name);

        ParserOutcome outcome = parser.Parse(parser.Text);

        Assert.Null(outcome.Error);
        Assert.NotNull(outcome.Value);
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_RequiredFieldDamaged_NamesTheField(string name)
    {
        ParserCase parser = ParserCases.Named(name);
        foreach (string field in parser.Required)
        {
            // A full path means that field; "parent.field" means the fields of that name below that parent.
            string leaf = field[(field.LastIndexOf('.') + 1)..];
            string[] paths = PropertyPaths(Load(parser.Text), field).ToArray();
            Assert.True(paths.Length > 0, $"{name}: the fixture has no field {field}.");

            foreach (string path in paths)
            {
                foreach ((string kind, string body) in Damaged(parser.Text, path))
                {
                    AssertNames(parser, body, leaf, $"{path} {kind}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_RequiredPlaceDamaged_NamesThePlace(string name)
    {
        ParserCase parser = ParserCases.Named(name);
        foreach ((string path, int[] indexes) in parser.Places)
        {
            foreach (int index in indexes)
            {
                string place = $"{path}[{index}]";
                AssertNames(parser, Changed(parser.Text, path, row => row[index] = JValue.CreateNull()), place, "null");
                AssertNames(parser, Changed(parser.Text, path, row => row[index] = new JObject { ["x"] = 1 }), place, "object");
                AssertNames(parser, Changed(parser.Text, path, row => row[index] = "abc?"), place, "text", isTextAllowed: IsName(parser, place));
            }

            int last = indexes.Max();
            AssertNames(parser, Changed(parser.Text, path, row => Truncate(row, last)), path.Length == 0 ? "body" : path, "short");
        }
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_OtherFieldMissing_StillGivesAValue(string name)
    {
        ParserCase parser = ParserCases.Named(name);
        HashSet<string> required = parser.Required.SelectMany(field => PropertyPaths(Load(parser.Text), field)).ToHashSet();
        foreach (JProperty property in Load(parser.Text).DescendantsAndSelf().OfType<JProperty>())
        {
            if (!required.Contains(property.Path))
            {
                string body = Changed(parser.Text, property.Path, value => value.Parent!.Remove());
                ParserOutcome outcome = parser.Parse(body);
                bool isKnownBranch = outcome.Error?.Kind is FetchErrorKind.Malformed && IsConditional(name, property.Path);
                Assert.True(outcome.Error is null || isKnownBranch, $"{name} without {property.Path}: {outcome.Error?.Message}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_UnknownFieldsAdded_ReadsTheSame(string name)
    {
        ParserCase parser = ParserCases.Named(name);
        JContainer root = Load(parser.Text);
        foreach (JObject item in root.DescendantsAndSelf().OfType<JObject>().ToArray())
        {
            item["zz_added"] = new JArray(1, "two", new JObject { ["three"] = null });
        }

        ParserOutcome outcome = parser.Parse(root.ToString(Formatting.None));

        Assert.Null(outcome.Error);
        Assert.Equal(
            JsonConvert.SerializeObject(parser.Parse(parser.Text).Value), JsonConvert.SerializeObject(outcome.Value));
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_BytesChanged_GivesAValueOrADeclaredErrorInBoundedMemory(string name)
    {
        ParserCase parser = ParserCases.Named(name);
        Random random = new(20260504 + ParserCases.All.ToList().IndexOf(parser));
        byte[] original = Encoding.UTF8.GetBytes(parser.Text);
        parser.Parse(parser.Text);
        for (int i = 0; i < DeepRun.Count(2_000, 100_000); i++)
        {
            string body = Encoding.UTF8.GetString(Mutate(original, random));

            ParserOutcome? outcome = null;
            long bytes = Allocations.Once(() => outcome = parser.Parse(body));

            long most = BytesPerError + (BytesPerCharacter * body.Length);
            Assert.True(bytes <= most, $"{bytes} bytes, expected at most {most}, for {body}");
            Assert.True(outcome!.Error is null ^ outcome.Value is null, body);
            Assert.True(outcome.Error is null || outcome.Error.Message.Length is > 0 and < 1_000, body);
        }
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Parse_Truncated_IsTransientSoItIsAskedForAgain(string name)
    {
        ParserCase parser = ParserCases.Named(name);
        string body = parser.Text.TrimEnd();
        foreach (int length in new[] { 0, 1, body.Length / 3, body.Length / 2, body.Length - 1 })
        {
            ParserOutcome outcome = parser.Parse(body[..length]);

            Assert.Equal(FetchErrorKind.Unreadable, outcome.Error?.Kind);
            Assert.True(outcome.Error!.IsTransient);
        }
    }

    private static void AssertNames(ParserCase parser, string body, string field, string damage, bool isTextAllowed = false)
    {
        ParserOutcome outcome = parser.Parse(body);
        if (isTextAllowed)
        {
            return;
        }

        Assert.True(outcome.Error is not null, $"{parser.Name}: {field} {damage} passed for data.");
        Assert.True(
            outcome.Error.Kind == FetchErrorKind.Malformed && outcome.Error.Message.Contains(field, StringComparison.Ordinal),
            $"{parser.Name}: {field} {damage} gave {outcome.Error.Kind}: {outcome.Error.Message}");
    }

    // Names are free text: another name is another instrument, not damage.
    private static bool IsName(ParserCase parser, string place) =>
        parser.Name == "hyperliquid predictedFundings" && place is "[0][0]" or "[0][1][0][0]";

    // Fields that count only in one branch of a body, or that choose the branch; each has a test of its own in the venue's folder.
    private static bool IsConditional(string name, string path) => (name, path[(path.LastIndexOf('.') + 1)..]) switch
    {
        ("binance exchangeInfo", "status") => true,
        ("binance stream forceOrder", "stream") => true,
        ("bybit stream allLiquidation" or "bybit inverse stream allLiquidation" or "bybit inverse stream tickers" or "bybit stream tickers snapshot" or "bybit stream tickers delta", "topic") => true,
        ("bitmex stream liquidation" or "bitmex stream instrument", "table") => true,
        ("hyperliquid tiers", "name" or "maxLeverage") => true,
        _ => false,
    };

    private static JContainer Load(string text)
    {
        using JsonTextReader reader = new(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal };
        return (JContainer)JToken.Load(reader);
    }

    private static IEnumerable<string> PropertyPaths(JContainer root, string field)
    {
        int dot = field.LastIndexOf('.');
        string leaf = field[(dot + 1)..];
        JProperty[] named = root.DescendantsAndSelf().OfType<JProperty>().Where(property => property.Name == leaf).ToArray();
        return named.Any(property => property.Path == field) ? new[] { field } : named
            .Where(property => dot < 0 || property.Path.StartsWith(field[..dot], StringComparison.Ordinal))
            .Select(property => property.Path);
    }

    private static IEnumerable<(string Kind, string Body)> Damaged(string text, string path)
    {
        yield return ("deleted", Changed(text, path, value => value.Parent!.Remove()));
        yield return ("null", Changed(text, path, value => value.Replace(JValue.CreateNull())));
        yield return ("renamed", Changed(text, path, value => value.Parent!.Replace(new JProperty("zz" + ((JProperty)value.Parent!).Name, value))));
        yield return ("an object", Changed(text, path, value => value.Replace(value is JObject ? new JValue(7) : new JObject { ["x"] = 1 })));
        JToken? sample = Load(text).SelectToken(path);
        bool isNumber = sample is JValue { Value: not (null or bool) } number
            && decimal.TryParse(Convert.ToString(number.Value, System.Globalization.CultureInfo.InvariantCulture), out _)
            && !path.EndsWith("ode", StringComparison.Ordinal);
        if (isNumber)
        {
            yield return ("text", Changed(text, path, value => value.Replace(new JValue("12,5x"))));
        }
    }

    private static string Changed(string text, string path, Action<JToken> change)
    {
        JContainer root = Load(text);
        change(path.Length == 0 ? root : root.SelectToken(path) ?? throw new InvalidOperationException($"No {path}."));
        return root.ToString(Formatting.None);
    }

    private static void Truncate(JToken row, int length)
    {
        JArray list = (JArray)row;
        while (list.Count > length)
        {
            list.RemoveAt(list.Count - 1);
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = new(original);
        int changes = 1 + random.Next(3);
        for (int i = 0; i < changes && bytes.Count > 1; i++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"0123456789-+.eE\"[]{},:nul \\"[random.Next(27)];
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3:
                    bytes.Insert(at, (byte)"0123456789-+.eE\"[]{},:nul \\"[random.Next(27)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    int length = Math.Min(random.Next(1, 30), bytes.Count - at);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return bytes.ToArray();
    }
}
