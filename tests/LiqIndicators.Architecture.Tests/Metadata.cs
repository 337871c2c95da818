using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LiqIndicators.Architecture.Tests;

/// <summary>What a compiled assembly mentions, read from its metadata without loading it.</summary>
internal static class Metadata
{
    /// <summary>Full names of the types of other assemblies that it uses.</summary>
    internal static IReadOnlyList<string> TypesUsedBy(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Select(handle => FullName(reader, handle))];
    }

    /// <summary>Full names of the members of other assemblies that it uses, as <c>Type.Member</c>.</summary>
    internal static IReadOnlyList<string> MembersUsedBy(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        return
        [
            .. reader.MemberReferences
                .Select(reader.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{FullName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}"),
        ];
    }

    private static string FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName(reader, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{reader.GetString(type.Namespace)}.{name}";
    }
}
