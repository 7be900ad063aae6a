using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Application.Papers;

/// <summary>A map of an annual form or list, for people.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Generation">The generation of forms it belongs to: <c>lists</c>, <c>cn-2020</c>, <c>cn-2021</c>.</param>
/// <param name="FromYear">First report year; null when open.</param>
/// <param name="ToYear">Last report year; null when open.</param>
/// <param name="IsAssumed">Whether it has not been checked on a real form.</param>
/// <param name="Items">How many items it reads; 0 = the form is only recognised.</param>
/// <param name="Source">Where its headings were seen.</param>
public sealed record FormMapSummary(string Id, LocalizedText Title, string Generation, int? FromYear, int? ToYear, bool IsAssumed, int Items, LocalizedText Source);

/// <summary>The maps that come with the product.</summary>
public interface IFormMaps
{
    /// <summary>All maps, by generation and id.</summary>
    ImmutableArray<FormMapSummary> All(Language language);
}
