using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>A PostgreSQL server of one test, in a temporary folder, where the machine has the programs for it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "liq";

    private static readonly string? Programs = FindPrograms();

    private readonly DirectoryInfo _folder;
    private readonly int _port;

    private PostgresServer(DirectoryInfo folder, int port)
    {
        _folder = folder;
        _port = port;
    }

    /// <summary>Why there can be no server here; null when there can.</summary>
    internal static string? Lack =>
        Programs is null ? "No initdb and pg_ctl on this machine."
        : IsRoot && !File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser") ? "PostgreSQL refuses to run as root, and there is no runuser here."
        : null;

    private static bool IsRoot => Environment.UserName == "root";

    internal string ConnectionString => $"Host=127.0.0.1;Port={_port};Database=postgres;Username={User}";

    internal static PostgresServer Start()
    {
        PostgresServer server = new(Directory.CreateTempSubdirectory("liq-postgres-"), FreePort());
        string data = Path.Combine(server._folder.FullName, "data");
        if (IsRoot)
        {
            server.Run("chown", ["nobody", server._folder.FullName]);
        }

        server.RunProgram("initdb", ["-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--no-sync"]);
        server.RunProgram("pg_ctl", ["-D", data, "-w", "-l", Path.Combine(server._folder.FullName, "log"), "-o", $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder.FullName}", "start"]);
        return server;
    }

    /// <summary>Breaks every connection, as a server does that is started anew.</summary>
    internal void Restart() => RunProgram("pg_ctl", ["-D", Path.Combine(_folder.FullName, "data"), "-m", "immediate", "-w", "restart"]);

    public void Dispose()
    {
        RunProgram("pg_ctl", ["-D", Path.Combine(_folder.FullName, "data"), "-m", "immediate", "stop"]);
        _folder.Delete(recursive: true);
    }

    private void RunProgram(string program, string[] arguments)
    {
        string path = Path.Combine(Programs!, program);
        if (IsRoot)
        {
            Run("runuser", ["-u", "nobody", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    // The server inherits what its starter writes to, so that is a file: a pipe would never end.
    private void Run(string program, string[] arguments)
    {
        string log = Path.Combine(_folder.FullName, "programs.log");
        ProcessStartInfo start = new("sh", ["-c", $"exec \"$0\" \"$@\" >> {log} 2>&1", program, .. arguments]) { WorkingDirectory = _folder.FullName };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} returned {process.ExitCode}: {File.ReadAllText(log)}");
    }

    private static string? FindPrograms() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
