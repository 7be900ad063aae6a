using System.Reflection;
using System.Runtime.CompilerServices;

namespace Junheng.Architecture.Tests.Sources;

/// <summary>Finds what of a public type can be changed after it was made.</summary>
public static class MutableMembers
{
    /// <summary>Names of the public properties with a setter other than init and of the public fields that are not read-only, as <c>Type.Member</c>.</summary>
    public static IEnumerable<string> Of(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(declared))
        {
            if (property.GetSetMethod() is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            {
                yield return $"{NameOf(type)}.{property.Name}";
            }
        }

        foreach (var field in type.GetFields(declared))
        {
            if (!field.IsInitOnly && !field.IsLiteral && !(type.IsEnum && field.IsSpecialName))
            {
                yield return $"{NameOf(type)}.{field.Name}";
            }
        }
    }

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;
}
