namespace cAlgo.API;

public enum RunningMode
{
    RealTime,
    SilentBacktesting,
    VisualBacktesting,
    Optimization,
}

[Flags]
public enum AccessRights
{
    None = 0,
    FileSystem = 1,
    Internet = 2,
    Registry = 4,
    FullAccess = 1073741824,
}
