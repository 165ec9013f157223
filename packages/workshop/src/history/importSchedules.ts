import { mockCredentials } from '@backstage/backend-test-utils';
import { readFile } from 'node:fs/promises';
import { inRepository } from '../repository';

/** Where the on-call schedules of the example company lie. */
export const exampleSchedules = inRepository('examples/on-call.yaml');

/**
 * Lets the portal keep the schedules of the example company.
 *
 * @throws Error with the answer of the portal when it does not take them.
 */
export async function importSchedules(url: string): Promise<void> {
  const path = '/oncall/schedules/import';
  const answer = await fetch(`${url}/api/incidents${path}`, {
    method: 'POST',
    headers: {
      authorization: mockCredentials.user.header('user:default/daichi'),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ yaml: await readFile(exampleSchedules, 'utf8') }),
  });
  if (!answer.ok) {
    throw new Error(
      `POST ${path} was answered with ${answer.status}: ${await answer.text()}`,
    );
  }
}
