using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Auditing;

namespace Styrkedja.Web.Auditing;

/// <summary>Forgets, once at start and then once a day, who it was in events that are older than the retention.</summary>
/// <remarks>When it cannot be done the server goes on and tries again the next day; the log says so.</remarks>
internal sealed partial class DailyPseudonymising(AuditLog log, PageOptions options, TimeProvider clock, ILogger<DailyPseudonymising> told) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                log.Pseudonymise(clock.GetUtcNow(), options.Retention);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(told, e);
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "Old events of the audit log could not be pseudonymised; it is tried again in a day.")]
    private static partial void Failed(ILogger logger, Exception e);
}
