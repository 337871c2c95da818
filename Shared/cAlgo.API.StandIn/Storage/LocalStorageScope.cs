namespace cAlgo.API;

public enum LocalStorageScope
{
    Instance,
    Type,
    Device,
}
