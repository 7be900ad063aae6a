using System.Buffers.Binary;
using System.Security.Cryptography;
using Junheng.Application.Backup;

namespace Junheng.Storage.Backup;

/// <summary>A backup cannot be read.</summary>
internal sealed class BackupRefusedException(BackupFault fault) : Exception($"The backup was refused: {fault}.")
{
    public BackupFault Fault => fault;
}

/// <summary>
/// What the encrypted file looks like: a header (mark, version, rounds, salt, nonce prefix), then frames of at most 64 KiB, each sealed by AES-256-GCM with the header as
/// associated data. A frame's nonce holds its place and whether it is the last, so that frames can't be changed, moved, left out, or cut off.
/// </summary>
internal static class SealedFormat
{
    public const int FrameSize = 1 << 16;
    public const int TagSize = 16;
    public const int Rounds = 600_000;
    public const int HeaderSize = 15 + 1 + sizeof(int) + SaltSize + PrefixSize;
    public const uint LastMark = 0x8000_0000;
    private const int SaltSize = 16;
    private const int PrefixSize = 7;
    private const byte Version = 1;
    private const int MostRounds = 10_000_000;

    private static ReadOnlySpan<byte> Mark => "JUNHENG-BACKUP\n"u8;

    public static byte[] NewHeader()
    {
        var header = new byte[HeaderSize];
        Mark.CopyTo(header);
        header[Mark.Length] = Version;
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(Mark.Length + 1), Rounds);
        RandomNumberGenerator.Fill(header.AsSpan(HeaderSize - SaltSize - PrefixSize));
        return header;
    }

    public static AesGcm Open(byte[] header, string passphrase)
    {
        var rounds = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(Mark.Length + 1));
        if (!header.AsSpan().StartsWith(Mark) || header[Mark.Length] != Version || rounds is < 1 or > MostRounds)
        {
            throw new BackupRefusedException(BackupFault.NotABackup);
        }

        var salt = header.AsSpan(HeaderSize - SaltSize - PrefixSize, SaltSize);
        return new AesGcm(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, 32), TagSize);
    }

    public static void Nonce(byte[] header, uint frame, bool isLast, Span<byte> nonce)
    {
        header.AsSpan(HeaderSize - PrefixSize).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[PrefixSize..], frame);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }
}

/// <summary>Seals what is written to it. Disposing writes the last frame and leaves the target open; a file without it is no backup.</summary>
internal sealed class SealingStream : ForwardStream
{
    private readonly Stream _to;
    private readonly byte[] _header = SealedFormat.NewHeader();
    private readonly AesGcm _aes;
    private readonly byte[] _frame = new byte[SealedFormat.FrameSize];
    private readonly byte[] _sealed = new byte[sizeof(uint) + SealedFormat.TagSize + SealedFormat.FrameSize];
    private int _filled;
    private uint _number;

    public SealingStream(Stream to, string passphrase)
    {
        _to = to;
        _aes = SealedFormat.Open(_header, passphrase);
        _to.Write(_header);
    }

    public override bool CanWrite => true;

    /// <summary>Whether everything was written: only then does disposing end the file well.</summary>
    public bool IsComplete { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == _frame.Length)
            {
                WriteFrame(isLast: false);
            }

            var count = Math.Min(buffer.Length, _frame.Length - _filled);
            buffer[..count].CopyTo(_frame.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing && IsComplete)
        {
            WriteFrame(isLast: true);
            IsComplete = false;
        }

        _aes.Dispose();
        base.Dispose(disposing);
    }

    private void WriteFrame(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFormat.Nonce(_header, _number++, isLast, nonce);
        BinaryPrimitives.WriteUInt32BigEndian(_sealed, (uint)_filled | (isLast ? SealedFormat.LastMark : 0));
        var tag = _sealed.AsSpan(sizeof(uint), SealedFormat.TagSize);
        _aes.Encrypt(nonce, _frame.AsSpan(0, _filled), _sealed.AsSpan(sizeof(uint) + SealedFormat.TagSize, _filled), tag, _header);
        _to.Write(_sealed, 0, sizeof(uint) + SealedFormat.TagSize + _filled);
        _filled = 0;
    }
}

/// <summary>Opens what <see cref="SealingStream"/> sealed; refuses whatever was changed or cut off as soon as it meets it.</summary>
internal sealed class UnsealingStream : ForwardStream
{
    private readonly Stream _from;
    private readonly byte[] _header = new byte[SealedFormat.HeaderSize];
    private readonly AesGcm _aes;
    private readonly byte[] _frame = new byte[SealedFormat.FrameSize];
    private readonly byte[] _sealed = new byte[SealedFormat.TagSize + SealedFormat.FrameSize];
    private int _at;
    private int _filled;
    private uint _number;
    private bool _wasLast;

    public UnsealingStream(Stream from, string passphrase)
    {
        _from = from;
        if (_from.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false) < _header.Length)
        {
            throw new BackupRefusedException(BackupFault.NotABackup);
        }

        _aes = SealedFormat.Open(_header, passphrase);
    }

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        while (_at == _filled && !_wasLast)
        {
            ReadFrame();
        }

        var count = Math.Min(buffer.Length, _filled - _at);
        _frame.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        _aes.Dispose();
        base.Dispose(disposing);
    }

    private void ReadFrame()
    {
        Span<byte> mark = stackalloc byte[sizeof(uint)];
        Fill(mark);
        var word = BinaryPrimitives.ReadUInt32BigEndian(mark);
        var length = (int)(word & ~SealedFormat.LastMark);
        _wasLast = (word & SealedFormat.LastMark) != 0;
        if (length > SealedFormat.FrameSize)
        {
            throw Refused();
        }

        Fill(_sealed.AsSpan(0, SealedFormat.TagSize + length));
        Span<byte> nonce = stackalloc byte[12];
        SealedFormat.Nonce(_header, _number, _wasLast, nonce);
        try
        {
            _aes.Decrypt(nonce, _sealed.AsSpan(SealedFormat.TagSize, length), _sealed.AsSpan(0, SealedFormat.TagSize), _frame.AsSpan(0, length), _header);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Refused();
        }

        (_at, _filled) = (0, length);
        _number++;
        if (_wasLast && _from.ReadByte() >= 0)
        {
            throw new BackupRefusedException(BackupFault.Damaged);
        }
    }

    private void Fill(Span<byte> buffer)
    {
        if (_from.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw new BackupRefusedException(BackupFault.Damaged);
        }
    }

    private BackupRefusedException Refused() => new(_number == 0 ? BackupFault.WrongPassphrase : BackupFault.Damaged);
}

/// <summary>A stream that goes one way and cannot seek.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
