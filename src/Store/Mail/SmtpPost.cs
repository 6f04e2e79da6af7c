using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Styrkedja.Store.Mail;

/// <summary>How a mail server wants to be spoken to.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Encrypted by STARTTLS, and refused when the server does not offer it.</summary>
    StartTls,

    /// <summary>In the clear; only for a server on the machine itself.</summary>
    None,
}

/// <summary>A letter to one person.</summary>
public sealed record Letter(string To, string Subject, string Text);

/// <summary>The mail server of a region, and whom its letters come from.</summary>
/// <param name="User">Absent where the server asks for no name.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string From, string? User, string? Password);

/// <summary>Hands letters to a mail server over SMTP, one connection for all of them.</summary>
/// <remarks>Says nothing of what is said on the line: neither password nor addresses reach a log.</remarks>
public sealed class SmtpPost(MailServer server) : IAsyncDisposable
{
    private readonly SmtpClient _client = new() { Timeout = 30_000 };

    /// <summary>Sends one letter.</summary>
    /// <exception cref="MailRefusedException">The server could not be reached, or would not take the letter; the letter has not been sent.</exception>
    public async Task Send(Letter letter, CancellationToken stop)
    {
        try
        {
            if (!_client.IsConnected)
                await Connect(stop);
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(server.From));
            message.To.Add(MailboxAddress.Parse(letter.To));
            message.Subject = letter.Subject;
            message.Body = new TextPart("plain") { Text = letter.Text };
            // Machines that answer letters when nobody is in should not answer this one.
            message.Headers.Add("Auto-Submitted", "auto-generated");
            await _client.SendAsync(message, stop);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException or ParseException or NotSupportedException or TimeoutException)
        {
            if (_client.IsConnected)
                await _client.DisconnectAsync(false, stop);
            throw new MailRefusedException(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(true);
        _client.Dispose();
    }

    private async Task Connect(CancellationToken stop)
    {
        await _client.ConnectAsync(server.Host, server.Port, server.Security switch { MailSecurity.Tls => SecureSocketOptions.SslOnConnect, MailSecurity.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None }, stop);
        if (server.User is { } user)
            await _client.AuthenticateAsync(user, server.Password ?? "", stop);
    }
}

/// <summary>A letter was not taken. What the server said can hold addresses and is not repeated; only the kind of error is told.</summary>
public sealed class MailRefusedException(Exception why) : Exception(why is SmtpCommandException command ? $"{(int)command.StatusCode}" : why.GetType().Name);
