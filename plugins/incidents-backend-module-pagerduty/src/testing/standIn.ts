import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type User = { id: string; name: string; email: string };
/** As the account has it; what is not there is null in its answers. */
export type Duty = {
  level: number;
  user: User;
  policy: string;
  schedule?: string;
  start?: string;
  end?: string;
};

export const jane: User = {
  ...{ id: 'PXPGF42', name: 'Jane Doe', email: 'Jane@Shop.example' },
};
export const tim: User = {
  ...{ id: 'PT23IWX', name: 'Tim Wright', email: 'tim@shop.example' },
};
export const token = 'y_NbAkKc66ryYTWUXYEu';

/** An account of PagerDuty, as its REST API 2 shows it: the same paths, filters, pages, errors and limits. */
export async function standIn() {
  const account = {
    schedules: { PI7DH85: 'Daily Engineering Rotation' } as Record<
      string,
      string
    >,
    policies: { PT20YPA: 'Engineering Escalation Policy' } as Record<
      string,
      string
    >,
    duties: [] as Duty[],
    /** What it answers instead. */
    instead: undefined as
      | { status: number; headers?: Record<string, string>; body?: string }
      | undefined,
    asked: [] as string[],
  };
  const server = createServer((request, response) => {
    account.asked.push(decodeURIComponent(request.url ?? ''));
    const { status, headers, body } =
      account.instead ?? answer(account, request);
    response.writeHead(status, {
      'Content-Type': 'application/json',
      ...headers,
    });
    response.end(body ?? '{}');
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(account, {
    apiUrl: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  });
}

type Account = Pick<
  Awaited<ReturnType<typeof standIn>>,
  'schedules' | 'policies' | 'duties'
>;
type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: string;
};

function answer(account: Account, request: IncomingMessage): Answer {
  const { authorization, accept } = request.headers;
  if (authorization !== `Token token=${token}`) return { status: 401 };
  if (accept !== 'application/vnd.pagerduty+json;version=2') {
    return { status: 406 };
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
  const [, kind, id = ''] = pathname.split('/');
  if (kind === 'oncalls') return say(200, onCalls(account, searchParams));
  const named =
    kind === 'schedules' ? account.schedules[id] : account.policies[id];
  if (!named) {
    return say(404, { error: { message: 'Not Found', code: 2100 } });
  }
  const one = { id, name: named, summary: named };
  return say(
    200,
    kind === 'schedules'
      ? { schedule: { ...one, type: 'schedule' } }
      : { escalation_policy: { ...one, type: 'escalation_policy' } },
  );
}

function say(status: number, body: unknown): Answer {
  return { status, body: JSON.stringify(body) };
}

function onCalls(account: Account, query: URLSearchParams) {
  const since = Date.parse(query.get('since')!);
  const until = Date.parse(query.get('until')!);
  const schedules = query.getAll('schedule_ids[]');
  const policies = query.getAll('escalation_policy_ids[]');
  const found = account.duties
    .filter(
      ({ schedule = '' }) => !schedules.length || schedules.includes(schedule),
    )
    .filter(({ policy }) => !policies.length || policies.includes(policy))
    .filter(({ end }) => !end || Date.parse(end) > since)
    .filter(({ start }) => !start || Date.parse(start) < until);
  const limit = Math.min(Number(query.get('limit') ?? 25), 100);
  const offset = Number(query.get('offset') ?? 0);
  const isWhole = query.getAll('include[]').includes('users');
  return {
    oncalls: found
      .slice(offset, offset + limit)
      .map(duty => shown(account, duty, isWhole)),
    ...{ limit, offset, total: null, more: offset + limit < found.length },
  };
}

function shown({ schedules, policies }: Account, duty: Duty, isWhole: boolean) {
  const { level, user, policy, schedule, start = null, end = null } = duty;
  const reference = (type: string, id: string, summary: string) => ({
    ...{ id, type: `${type}_reference`, summary },
    html_url: `https://subdomain.pagerduty.com/${type}s/${id}`,
  });
  return {
    escalation_policy: reference('escalation_policy', policy, policies[policy]),
    escalation_level: level,
    schedule: schedule
      ? reference('schedule', schedule, schedules[schedule])
      : null,
    user: isWhole
      ? {
          ...user,
          type: 'user',
          summary: user.name,
          time_zone: 'Europe/Berlin',
        }
      : reference('user', user.id, user.name),
    ...{ start, end },
  };
}
