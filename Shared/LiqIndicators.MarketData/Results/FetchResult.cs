using System.Diagnostics.CodeAnalysis;

namespace LiqIndicators.MarketData.Results;

/// <summary>What a request gave: a value, or the reason there is none.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[SuppressMessage(
    "Design", "CA1000", Justification = "The result is made where its type is known; a second, untyped class would say less.")]
public sealed class FetchResult<T>
{
    private readonly T? _value;

    private FetchResult(T? value, FetchError? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The reason there is no value; null when there is one.</summary>
    public FetchError? Error { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: ask <see cref="IsSuccess"/> first.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"No value: {Error.Message}");

    /// <summary>A result with a value.</summary>
    public static FetchResult<T> Ok(T value) => new(value, null);

    /// <summary>A result without a value.</summary>
    public static FetchResult<T> Fail(FetchErrorKind kind, string message) => new(default, new FetchError(kind, message));

    /// <summary>A result without a value.</summary>
    public static FetchResult<T> Fail(FetchError error) => new(default, error);
}
