using Junheng.Application.Counties;

namespace Junheng.Web.Shared;

/// <summary>Where handlers take from by what a page judges.</summary>
internal static class AskedBasis
{
    /// <summary>The basis of a page of figures, read and checked before the page; the default elsewhere.</summary>
    public static Basis Basis(this HttpContext context) => context.Features.Get<Basis>() ?? Application.Counties.Basis.Default;
}
