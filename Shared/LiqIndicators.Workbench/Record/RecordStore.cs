using System.Data.Common;
using System.Globalization;
using LiqIndicators.Workbench.Commands;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LiqIndicators.Workbench.Record;

/// <summary>A recording in a database: SQLite by default, PostgreSQL by connection string. The same statements serve both.</summary>
/// <remarks>One store holds one market at one bar length. Times are milliseconds since 1970, UTC.</remarks>
internal sealed class RecordStore : IDisposable
{
    private const int Version = 1;

    private static readonly string[] Tables =
    [
        "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS candles (venue TEXT NOT NULL, symbol TEXT NOT NULL, time_ms BIGINT NOT NULL, open DOUBLE PRECISION NOT NULL, high DOUBLE PRECISION NOT NULL, low DOUBLE PRECISION NOT NULL, close DOUBLE PRECISION NOT NULL, volume_base DOUBLE PRECISION, volume_quote DOUBLE PRECISION, PRIMARY KEY (venue, symbol, time_ms))",
        "CREATE TABLE IF NOT EXISTS open_interest (venue TEXT NOT NULL, symbol TEXT NOT NULL, time_ms BIGINT NOT NULL, base DOUBLE PRECISION, quote DOUBLE PRECISION, PRIMARY KEY (venue, symbol, time_ms))",
        "CREATE TABLE IF NOT EXISTS funding (venue TEXT NOT NULL, symbol TEXT NOT NULL, time_ms BIGINT NOT NULL, rate DOUBLE PRECISION NOT NULL, interval_hours DOUBLE PRECISION, PRIMARY KEY (venue, symbol, time_ms))",
        "CREATE TABLE IF NOT EXISTS liquidations (venue TEXT NOT NULL, symbol TEXT NOT NULL, time_ms BIGINT NOT NULL, side TEXT NOT NULL, base DOUBLE PRECISION NOT NULL, price DOUBLE PRECISION NOT NULL, quote DOUBLE PRECISION NOT NULL, PRIMARY KEY (venue, symbol, time_ms, side, base, price))",
        "CREATE TABLE IF NOT EXISTS liquidation_totals (venue TEXT NOT NULL, symbol TEXT NOT NULL, time_ms BIGINT NOT NULL, long_quote DOUBLE PRECISION NOT NULL, short_quote DOUBLE PRECISION NOT NULL, PRIMARY KEY (venue, symbol, time_ms))",
        "CREATE TABLE IF NOT EXISTS heard (venue TEXT NOT NULL, symbol TEXT NOT NULL, from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, PRIMARY KEY (venue, symbol, from_ms))",
        "CREATE TABLE IF NOT EXISTS recordings (venue TEXT NOT NULL, symbol TEXT NOT NULL, from_ms BIGINT NOT NULL, PRIMARY KEY (venue, symbol))",
        "CREATE TABLE IF NOT EXISTS gaps (venue TEXT NOT NULL, symbol TEXT NOT NULL, series TEXT NOT NULL, from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (venue, symbol, series, from_ms))",
        "CREATE TABLE IF NOT EXISTS blobs (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ];

    private readonly DbConnection _connection;

    private RecordStore(DbConnection connection, string name)
    {
        _connection = connection;
        Name = name;
    }

    /// <summary>What to call the store in messages; holds no password.</summary>
    internal string Name { get; }

    /// <summary>Opens a store and makes what is not there yet.</summary>
    /// <param name="target">A file, or a PostgreSQL connection string.</param>
    /// <exception cref="CommandException">It cannot be opened, or holds something else.</exception>
    internal static RecordStore Open(string target) => Attempt(Describe(target), () =>
    {
        RecordStore store = new(Connection(target), Describe(target));
        store._connection.Open();
        if (store._connection is SqliteConnection)
        {
            // What is committed survives the end of the process and of the machine.
            store.Write([new("PRAGMA journal_mode = WAL"), new("PRAGMA synchronous = FULL")], inTransaction: false);
        }

        store.Write([.. Tables.Select(table => new StoreCommand(table))]);
        store.Expect("version", Version.ToString(CultureInfo.InvariantCulture));
        return store;
    });

    /// <summary>Opens a store that must be there already.</summary>
    /// <exception cref="CommandException">It is not there, cannot be opened, or holds something else.</exception>
    internal static RecordStore OpenExisting(string target) => !IsPostgres(target) && !File.Exists(target)
        ? throw new CommandException($"--store is '{target}': there is no such file; expected a recording of 'liq record'.")
        : Open(target);

    /// <summary>Writes statements, all or none.</summary>
    /// <exception cref="CommandException">The database refuses.</exception>
    internal void Write(IReadOnlyList<StoreCommand> commands, bool inTransaction = true) => Attempt(Name, () => WhileOpen(() =>
    {
        using DbTransaction? transaction = inTransaction ? _connection.BeginTransaction() : null;
        Dictionary<string, DbCommand> prepared = [];
        try
        {
            foreach (StoreCommand command in commands)
            {
                if (!prepared.TryGetValue(command.Text, out DbCommand? statement))
                {
                    statement = Statement(command);
                    statement.Transaction = transaction;
                    prepared.Add(command.Text, statement);
                }

                for (int i = 0; i < command.Values.Count; i++)
                {
                    statement.Parameters[i].Value = command.Values[i] ?? DBNull.Value;
                }

                statement.ExecuteNonQuery();
            }

            transaction?.Commit();
        }
        finally
        {
            foreach (DbCommand statement in prepared.Values)
            {
                statement.Dispose();
            }
        }

        return true;
    }));

    /// <summary>Reads rows.</summary>
    /// <exception cref="CommandException">The database refuses.</exception>
    internal List<T> Read<T>(StoreCommand command, Func<DbDataReader, T> read) => Attempt(Name, () => WhileOpen(() =>
    {
        using DbCommand statement = Statement(command);
        for (int i = 0; i < command.Values.Count; i++)
        {
            statement.Parameters[i].Value = command.Values[i] ?? DBNull.Value;
        }

        using DbDataReader reader = statement.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }));

    /// <summary>A value of the store's own; null when it is not set.</summary>
    internal string? Meta(string name) =>
        Read(new StoreCommand("SELECT value FROM meta WHERE name = @p0", name), row => row.GetString(0)).FirstOrDefault();

    /// <summary>Sets a value of the store's own, once; another value later is refused.</summary>
    /// <exception cref="CommandException">It holds another.</exception>
    internal void Expect(string name, string value)
    {
        Write([new StoreCommand("INSERT INTO meta (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO NOTHING", name, value)]);
        string found = Meta(name)!;
        if (found != value)
        {
            throw new CommandException($"store {Name}: its {name} is {found}; expected {value}: one store holds one market at one bar length.");
        }
    }

    public void Dispose() => _connection.Dispose();

    private static bool IsPostgres(string target) => target.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static DbConnection Connection(string target) => IsPostgres(target)
        ? new NpgsqlConnection(target)
        : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);

    private static string Describe(string target)
    {
        if (!IsPostgres(target))
        {
            return target;
        }

        try
        {
            NpgsqlConnectionStringBuilder parts = new(target);
            return $"{parts.Host}/{parts.Database}";
        }
        catch (ArgumentException)
        {
            // The parser's message would show the text, which may hold a password.
            throw new CommandException("--store is no PostgreSQL connection string; expected one like Host=HOST;Database=NAME;Username=USER.");
        }
    }

    // A server that was away has closed the connection, which shows when it is used. Every statement may be run again.
    private T WhileOpen<T>(Func<T> work)
    {
        EnsureOpen();
        try
        {
            return work();
        }
        catch (Exception e) when (IsOfTheDatabase(e) && _connection.State != System.Data.ConnectionState.Open)
        {
            EnsureOpen();
            return work();
        }
    }

    private void EnsureOpen()
    {
        if (_connection.State != System.Data.ConnectionState.Open)
        {
            _connection.Close();
            _connection.Open();
        }
    }

    private DbCommand Statement(StoreCommand command)
    {
        DbCommand statement = _connection.CreateCommand();
#pragma warning disable CA2100 // All texts are constants of this program; what comes from outside are parameters.
        statement.CommandText = command.Text;
#pragma warning restore CA2100
        for (int i = 0; i < command.Values.Count; i++)
        {
            DbParameter parameter = statement.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"p{i}");
            statement.Parameters.Add(parameter);
        }

        return statement;
    }

    private static T Attempt<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (IsOfTheDatabase(e))
        {
            throw new CommandException($"store {name}: {e.GetBaseException().Message.ReplaceLineEndings(" ")}");
        }
    }

    private static bool IsOfTheDatabase(Exception e) =>
        e is DbException or InvalidOperationException { InnerException: DbException } or System.Net.Sockets.SocketException;
}

/// <summary>A statement with its values, named <c>@p0</c>, <c>@p1</c> and so on.</summary>
internal readonly record struct StoreCommand
{
    internal StoreCommand(string text, params object?[] values)
    {
        Text = text;
        Values = values;
    }

    internal string Text { get; }

    internal IReadOnlyList<object?> Values { get; }
}
