namespace LiqIndicators.MarketData.Ports;

/// <summary>How a request is sent.</summary>
public enum HttpVerb
{
    /// <summary>Parameters in the address.</summary>
    Get,

    /// <summary>Parameters in a JSON body.</summary>
    Post,
}
