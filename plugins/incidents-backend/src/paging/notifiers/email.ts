import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type {
  IncidentNotifier,
  NoticeOutcome,
  PersonalNotice,
} from 'backstage-plugin-incidents-node';
import { createTransport, type Transporter } from 'nodemailer';
import type { Catalog } from '../../platform/catalog';
import { reasonOf } from '../../platform/sentences';
import type { EmailSettings } from '../emailSettings';
import { writeLetter } from '../rules/letter';

/** Milliseconds; together less than an attempt may take. */
const patience = { connection: 4_000, greeting: 4_000, silence: 6_000 };

/** Mails to people with an address, by a server of the operator. */
export function createEmailNotifier(
  settings: EmailSettings,
  { catalog }: { catalog: Catalog },
): IncidentNotifier {
  const transport = transportOf(settings);
  const addressOf = async ({ ref, email }: OnCallPerson) => {
    const index = await catalog.index().catch(() => undefined);
    return index?.get(ref)?.profile.email ?? email;
  };
  return {
    id: 'email',
    title: 'e-mail',
    reaches: async person => Boolean(await addressOf(person)),
    async notify(notice) {
      const { person } = notice;
      const to = person ? await addressOf(person) : notice.settings.to;
      if (typeof to !== 'string' || !to.includes('@')) {
        const reason = person
          ? 'there is no e-mail address of them any more'
          : 'the policy names no address in settings.to';
        return { outcome: 'failed', retry: false, reason };
      }
      try {
        await transport.sendMail(mailOf(notice, { settings, to }));
        return { outcome: 'sent', ref: messageId(notice, settings) };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
  };
}

function transportOf(settings: EmailSettings): Transporter {
  const { host, port, secure, requireTls, login } = settings;
  return createTransport({
    ...{ host, port, secure, requireTLS: requireTls && !secure },
    ...(login && { auth: login }),
    connectionTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    // Nothing that a monitor says is ever opened as a file or an address.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

function mailOf(
  notice: PersonalNotice,
  { settings, to }: { settings: EmailSettings; to: string },
) {
  const { from, replyTo, language } = settings;
  return {
    ...{ from, replyTo, priority: 'high' as const },
    // As an object: a comma in it does not make two addresses of it.
    to: { name: notice.person?.displayName ?? '', address: to },
    ...writeLetter(notice, language),
    messageId: messageId(notice, settings),
    // What is told of one incident stands together.
    references: `<${notice.incident.key}.pages@${domainOf(settings)}>`,
    headers: {
      // Nobody's absence answers it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  };
}

/** The same for each attempt at one notice, so that mail programs show one. */
function messageId(
  { idempotencyKey }: PersonalNotice,
  settings: EmailSettings,
): string {
  return `<${idempotencyKey}@${domainOf(settings)}>`;
}

function domainOf({ from }: EmailSettings): string {
  return from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
}

type SmtpError = Error & { responseCode?: number; code?: string };

/** What the server refuses for good, such as an unknown address, it will refuse in a minute too. */
function outcomeOf(error: SmtpError): NoticeOutcome {
  const { responseCode = 0 } = error;
  return {
    outcome: 'failed',
    retry: responseCode < 500,
    reason: reasonOf(error),
  };
}
