using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.TestKit;

namespace LiqIndicators.Sessions.Tests.Feeds.Cache;

public sealed class BlobCodecTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void TryDecode_WhatWasEncoded_IsTheSame(int length)
    {
        byte[] payload = new byte[length];
        new Random(5).NextBytes(payload);

        Assert.True(BlobCodec.TryDecode(3, BlobCodec.Encode(3, payload), out byte[] found, out string reason));
        Assert.Equal(payload, found);
        Assert.Empty(reason);
    }

    [Fact]
    public void TryDecode_AnotherVersion_SaysSo()
    {
        Assert.False(BlobCodec.TryDecode(4, BlobCodec.Encode(3, [1, 2]), out byte[] found, out string reason));
        Assert.Empty(found);
        Assert.Equal("has version 3; expected 4", reason);
    }

    [Fact]
    public void TryDecode_AnyCharacterChanged_IsNoticed()
    {
        byte[] payload = new byte[300];
        new Random(6).NextBytes(payload.AsSpan(0, 150));
        string text = BlobCodec.Encode(1, payload);
        Random random = new(7);
        for (int i = 0; i < DeepRun.Count(2_000, 100_000); i++)
        {
            char[] changed = text.ToCharArray();
            int at = random.Next(changed.Length);
            changed[at] = (char)random.Next(32, 127);
            string damaged = random.Next(4) == 0 ? text[..at] : new string(changed);

            bool isRead = BlobCodec.TryDecode(1, damaged, out byte[] found, out string reason);

            // A changed character may still mean the same bits: then the payload must be the same.
            Assert.True(isRead ? found.AsSpan().SequenceEqual(payload) : reason.Length > 0, damaged);
        }
    }

    [Fact]
    public void TryDecode_HugeLength_IsRefusedBeforeMemoryIsTaken() =>
        Assert.False(BlobCodec.TryDecode(1, "LIQ:1:2000000000:0000000000000000:AAAA", out _, out _));

    [Fact]
    public void Encode_MoreThanTheLimit_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BlobCodec.Encode(1, new byte[BlobCodec.MaximumBytes + 1]));
}
