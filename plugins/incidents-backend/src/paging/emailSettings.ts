import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { languages, type Language } from './messages';

/** How mails are sent, and from whom they are. */
export type EmailSettings = {
  host: string;
  port: number;
  /** TLS from the beginning; else it begins with STARTTLS. */
  secure: boolean;
  /** Whether nothing is sent without TLS. */
  requireTls: boolean;
  login?: { user: string; pass: string };
  from: string;
  replyTo?: string;
  language: Language;
};

type Server = Pick<EmailSettings, 'host' | 'port' | 'secure' | 'login'>;

const ports = { secure: 465, other: 587 };

/**
 * Nothing when config does not speak of e-mail.
 *
 * @throws InputError that names the line of config which is wrong, without a password.
 */
export function readEmail(
  escalation: Config | undefined,
  line: string,
): EmailSettings | undefined {
  const email = escalation?.getOptionalConfig('email');
  if (!email) return undefined;
  const place = `${line}.email`;
  const server = email.has('url')
    ? serverAt(email.getString('url'), place)
    : serverOf(email, place);
  const language = email.getOptionalString('language') ?? 'en';
  if (!languages.includes(language as Language)) {
    throw new InputError(
      `${place}.language must be one of ${languages.join(', ')}`,
    );
  }
  const replyTo = email.getOptionalString('replyTo');
  return {
    ...server,
    requireTls: email.getOptionalBoolean('requireTls') ?? true,
    from: mailbox(email.getString('from'), `${place}.from`),
    ...(replyTo && { replyTo: mailbox(replyTo, `${place}.replyTo`) }),
    language: language as Language,
  };
}

function serverOf(email: Config, place: string): Server {
  const secure = email.getOptionalBoolean('secure') ?? false;
  const user = email.getOptionalString('user');
  const pass = email.getOptionalString('pass');
  if ((user === undefined) !== (pass === undefined)) {
    throw new InputError(`${place} must have both user and pass, or neither`);
  }
  const port =
    email.getOptionalNumber('port') ?? ports[secure ? 'secure' : 'other'];
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InputError(`${place}.port must be from 1 to 65535`);
  }
  return {
    ...{ host: email.getString('host'), port, secure },
    ...(user && pass && { login: { user, pass } }),
  };
}

function serverAt(text: string, place: string): Server {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol)) {
    throw new InputError(`${place}.url must begin with smtp:// or smtps://`);
  }
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || ports[secure ? 'secure' : 'other'],
    ...{ secure, ...(user && { login: { user, pass } }) },
  };
}

/** `incidents@example.com`, or with a name: `Incidents <incidents@example.com>`. */
function mailbox(text: string, place: string): string {
  if (/^(?:[^<>\r\n]*<)?[^\s<>@,]+@[\w.-]+>?$/.test(text.trim())) {
    return text.trim();
  }
  throw new InputError(
    `${place} must be an address, or a name with an address in <>`,
  );
}
