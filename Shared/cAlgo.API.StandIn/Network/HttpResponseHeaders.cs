using System.Collections;

namespace cAlgo.API;

public sealed class HttpResponseHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    internal HttpResponseHeaders(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (KeyValuePair<string, string> pair in values)
        {
            _values[pair.Key] = pair.Value;
        }
    }

    public string GetValue(string name) => _values.TryGetValue(name, out string value) ? value : null;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
