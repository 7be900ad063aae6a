using System.Collections.Immutable;
using Junheng.Documents.Definitions;

namespace Junheng.Web.Features.Help;

/// <summary>The words of the field.</summary>
/// <param name="Terms">In the order of the file.</param>
internal sealed record Glossary(ImmutableArray<GlossaryTerm> Terms);
