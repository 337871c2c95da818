namespace cAlgo.API;

public sealed class LocalStorageException : Exception
{
    internal LocalStorageException(string message)
        : base(message)
    {
    }
}
