using System.Security.Cryptography;

namespace Regional.Subjects;

/// <summary>The random 128-bit id by which one purpose knows a person. It says nothing about the person and means nothing to another purpose.</summary>
public readonly record struct SubjectId
{
    private readonly UInt128 _value;

    private SubjectId(UInt128 value) => _value = value;

    /// <summary>A new random id.</summary>
    public static SubjectId New() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>An id from its 16 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 16 bytes.</exception>
    public SubjectId(ReadOnlySpan<byte> bytes)
        : this(bytes.Length == 16
            ? System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes)
            : throw new ArgumentException("A subject id has 16 bytes.", nameof(bytes)))
    {
    }

    /// <summary>The 16 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return bytes;
    }

    /// <summary>32 hexadecimal digits, lower case.</summary>
    public override string ToString() => _value.ToString("x32", null);
}
