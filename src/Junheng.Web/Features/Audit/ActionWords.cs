using Junheng.Web.Shared;

namespace Junheng.Web.Features.Audit;

/// <summary>What an action of the audit is called.</summary>
internal static class ActionWords
{
    /// <summary>Its name: that of the whole action, else that of its group, else the action itself.</summary>
    public static string Of(Texts text, string action)
    {
        var key = "audit.action." + action;
        if (text[key] is var name && name != key)
        {
            return name;
        }

        var group = $"audit.kind.{action.Split('.')[0]}.";
        return text[group] is var word && word != group ? $"{word} {action[(action.IndexOf('.', StringComparison.Ordinal) + 1)..]}" : action;
    }
}
