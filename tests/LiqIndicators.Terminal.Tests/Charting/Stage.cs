using System.Reflection;
using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Charting;

/// <summary>Plays an algo: code on the stage runs as the algo of an instance id, as the terminal would run it.</summary>
internal static class Stage
{
    private static readonly Assembly Api = typeof(Chart).Assembly;
    private static readonly Type HostType = Api.GetType("cAlgo.API.Hosting.IAlgoHost", throwOnError: true)!;

    private static readonly PropertyInfo Current = Api.GetType("cAlgo.API.Hosting.AlgoScope", throwOnError: true)!
        .GetProperty("Current", BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>An algo of an instance id.</summary>
    public static object Algo(string instanceId)
    {
        object host = DispatchProxy.Create(HostType, typeof(Face));
        ((Face)host).InstanceId = instanceId;
        return host;
    }

    /// <summary>Runs code as an algo.</summary>
    public static void Play(object algo, Action action)
    {
        object? outer = Current.GetValue(null);
        Current.SetValue(null, algo);
        try
        {
            action();
        }
        finally
        {
            Current.SetValue(null, outer);
        }
    }

    /// <summary>Knows its instance id and nothing else.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
    public class Face : DispatchProxy
#pragma warning restore CA1852
    {
        public string InstanceId { get; set; } = "";

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name == "get_InstanceId"
            ? InstanceId
            : throw new NotSupportedException($"The played algo has no {targetMethod?.Name}.");
    }
}
