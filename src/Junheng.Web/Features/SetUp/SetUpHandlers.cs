using Junheng.Application.SetUp;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.SetUp;

/// <summary>The page behind the link that the first start prints.</summary>
internal static class SetUpHandlers
{
    public static async Task<IResult> ShowAsync(string token, HttpContext context, FirstAdministrators first, CancellationToken cancellation) =>
        await first.IsOpenAsync(token, cancellation)
            ? new PageResult<SetUpPage>(new { Faults = (SetUpFaults?)null, Entered = (SetUpRequest?)null })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> MakeAsync(string token, HttpContext context, FirstAdministrators first, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        string Text(string name) => form[name].ToString();
        var request = new SetUpRequest(
            new NamedPerson(Text("system-name"), Text("system-full")),
            Text("password"),
            Text("again"),
            new NamedPerson(Text("security-name"), Text("security-full")),
            new NamedPerson(Text("audit-name"), Text("audit-full")));
        switch (await first.RunAsync(token, request, context.Visitor(), cancellation))
        {
            case SetUpOutcome.Made made:
                SignedIn.Remember(context, made.Token);
                return new SeeOther($"/hand-out/{made.HandOut}");
            case SetUpOutcome.NotAccepted notAccepted:
                return new PageResult<SetUpPage>(new { notAccepted.Faults, Entered = request }, StatusCodes.Status422UnprocessableEntity);
            default:
                return ErrorHandlers.NotFound(context);
        }
    }
}
