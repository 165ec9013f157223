import { expect, type APIRequestContext } from '@playwright/test';

/** What the specs need of an incident. */
export interface DeclaredIncident {
  key: string;
  title: string;
}

async function guestToken(request: APIRequestContext): Promise<string> {
  const answer = await request.post('/api/auth/guest/refresh');
  const { backstageIdentity } = await answer.json();
  return backstageIdentity.token;
}

/** Declares an incident as the guest, without the page, for the specs about what comes after it. */
export async function declareIncident(
  request: APIRequestContext,
  title: string,
): Promise<DeclaredIncident> {
  const answer = await request.post('/api/incidents/incidents', {
    headers: { authorization: `Bearer ${await guestToken(request)}` },
    data: {
      title,
      entityRefs: ['component:default/album-web'],
      detectionSource: 'employee',
    },
  });
  expect(answer.status()).toBe(201);
  return answer.json();
}
