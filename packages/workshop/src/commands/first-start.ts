import { setTimeout as sleep } from 'node:timers/promises';

const app = 'http://localhost:3000';
const backend = 'http://localhost:7007';
const patience = { attempts: 300, pauseMs: 2000 };
/** Fewer would mean that the recorded quarter was not replayed. */
const incidentsOfAQuarter = 100;

async function isUp(): Promise<boolean> {
  const answers = await Promise.all(
    [app, `${backend}/.backstage/health/v1/readiness`].map(url =>
      fetch(url).catch(() => undefined),
    ),
  );
  return answers.every(answer => answer?.ok);
}

async function countIncidents(): Promise<number> {
  const session = await fetch(`${backend}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await session.json();
  const answer = await fetch(`${backend}/api/incidents/incidents?limit=1`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
  });
  const { totalItems } = await answer.json();
  return totalItems;
}

/** Waits for the portal that `yarn start` is starting elsewhere, and looks whether it is filled. */
export async function main(): Promise<number> {
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    if (await isUp()) {
      const incidents = await countIncidents();
      console.log(`The portal is up and has ${incidents} incidents`);
      return incidents >= incidentsOfAQuarter ? 0 : 1;
    }
    await sleep(patience.pauseMs);
  }
  console.error(`Nothing answers at ${app}`);
  return 1;
}
