using System.Collections;

namespace cAlgo.API;

public sealed class HttpRequestHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    internal HttpRequestHeaders()
    {
    }

    public void Add(string name, string value) => _values.Add(name, value);

    public void Update(string name, string value) => _values[name] = value;

    public bool Remove(string name) => _values.Remove(name);

    public string GetValue(string name) => _values.TryGetValue(name, out string value) ? value : null;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
