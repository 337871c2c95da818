namespace cAlgo.API;

public enum ColorTheme
{
    Dark,
    Light,
}

public enum EnvironmentType
{
    Desktop,
    Cloud,
    CLI,
}
