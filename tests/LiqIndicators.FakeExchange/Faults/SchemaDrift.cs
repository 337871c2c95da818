using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.FakeExchange.Faults;

/// <summary>An answer as a venue's next version would give it: the same data under other names and in other places.</summary>
public static class SchemaDrift
{
    // What says that all is well stays, so that the data are looked at.
    private static readonly HashSet<string> Envelope = new(["code", "msg", "retCode", "retMsg"], StringComparer.Ordinal);

    /// <summary>The same data, told differently: never the body itself.</summary>
    /// <param name="body">A body of JSON.</param>
    public static string Of(string body)
    {
        using JsonTextReader reader = new(new StringReader(body)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        JToken root = JToken.Load(reader);
        JToken drifted = root is JContainer { Count: 0 } ? new JObject { ["rows"] = root } : Changed(root, keepsEnvelope: true);
        return (JToken.DeepEquals(root, drifted) ? Changed(root, keepsEnvelope: false) : drifted).ToString(Formatting.None);
    }

    private static JToken Changed(JToken token, bool keepsEnvelope) => token switch
    {
        JObject fields => new JObject(fields.Properties().Select(field => new JProperty(
            keepsEnvelope && Envelope.Contains(field.Name) ? field.Name : "new_" + field.Name, Changed(field.Value, keepsEnvelope)))),
        // A row whose places have meanings gets a place more in front.
        JArray { Count: > 0 } row when row.All(place => place is JValue) => new JArray(row.Prepend("v2")),
        JArray rows => new JArray(rows.Select(row => Changed(row, keepsEnvelope))),
        _ => token.DeepClone(),
    };
}
