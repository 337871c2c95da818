using System.Globalization;
using System.Text;

namespace LiqIndicators.MarketData.Venues;

/// <summary>Puts the address of a request together.</summary>
internal sealed class RequestLine
{
    private readonly StringBuilder _address;
    private char _separator = '?';

    public RequestLine(Uri host, string path) => _address = new StringBuilder(host.AbsoluteUri.TrimEnd('/')).Append(path);

    public Uri Address => new(_address.ToString(), UriKind.Absolute);

    public RequestLine With(string name, string value)
    {
        _address.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _separator = '&';
        return this;
    }

    public RequestLine With(string name, long value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public RequestLine WithMilliseconds(string name, DateTime timeUtc) => With(name, Milliseconds(timeUtc));

    public RequestLine WithSeconds(string name, DateTime timeUtc) => With(name, Milliseconds(timeUtc) / 1000);

    public static long Milliseconds(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
}
