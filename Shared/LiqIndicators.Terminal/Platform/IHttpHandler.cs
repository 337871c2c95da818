namespace LiqIndicators.Terminal.Platform;

/// <summary>Answers the HTTP requests of algos.</summary>
public interface IHttpHandler
{
    /// <summary>Answers one request; called when the algo sends it.</summary>
    public HttpReply Handle(HttpCall call);
}
