namespace cAlgo.API;

public sealed class HttpException : Exception
{
    internal HttpException(string message)
        : base(message)
    {
    }
}
