import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real server of mails on this machine, which keeps what it takes and delivers nothing. */
export async function mailServer(login?: { user: string; pass: string }) {
  const letters: Email[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    ...{ authOptional: !login, allowInsecureAuth: true, logger: false },
    onAuth({ username, password }, _, done) {
      const isKnown = username === login?.user && password === login?.pass;
      done(isKnown ? null : new Error('Invalid login'), { user: username });
    },
    onRcptTo(_, __, done) {
      const error = Object.assign(new Error('not now'), {
        responseCode: refusal,
      });
      done(refusal ? error : null);
    },
    async onData(stream, _, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      letters.push(await PostalMime.parse(Buffer.concat(chunks)));
      done(null);
    },
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    letters,
    /** For `incidents.escalation.email`. */
    config: {
      ...{ host: '127.0.0.1', port, requireTls: false },
      from: 'Incidents <incidents@portal.example>',
      ...login,
    },
    /** Answers this code to each letter, or takes them again. */
    refuses: (code?: number) => void (refusal = code),
    close: () => new Promise<void>(closed => server.close(() => closed())),
  };
}

export type MailServer = Awaited<ReturnType<typeof mailServer>>;

/** The path of the address by which whoever got this letter acknowledges. */
export function linkIn({ text }: Email): string {
  const [address] = /http\S+\/answers\/\S+/.exec(text ?? '') ?? [];
  return address ? new URL(address).pathname : '';
}
