import * as access from './oncall/accessMessages';
import * as alerts from './alerts/messages';
import * as declare from './declare/messages';
import * as home from './home/messages';
import * as incidents from './incidents/messages';
import * as keyboard from './keyboard/messages';
import * as maintenance from './maintenance/messages';
import * as oncallHandover from './oncall/handoverMessages';
import * as oncallLoad from './oncall/loadMessages';
import * as requests from './oncall/requestMessages';
import * as amendments from './oncall/amendments/messages';
import * as subscribe from './oncall/subscribe/messages';
import * as oncall from './oncall/messages';
import * as scheduleEditor from './oncall/editor/messages';
import * as overview from './overview/messages';
import * as runbooks from './runbooks/messages';
import * as service from './service/messages';
import * as shell from './shell/messages';

const rooms = {
  access,
  alerts,
  amendments,
  declare,
  home,
  incidents,
  keyboard,
  maintenance,
  oncall,
  oncallLoad,
  oncallHandover,
  overview,
  requests,
  runbooks,
  scheduleEditor,
  service,
  shell,
  subscribe,
};

const holes = (text: string) => [...text.matchAll(/{{\s*(\w+)\s*}}/g)];
const names = (text: string) => new Set(holes(text).map(([, name]) => name));

describe.each(Object.entries(rooms))('the words of %s', (_, { en, ja }) => {
  const english: Record<string, string> = en;
  const japanese: Record<string, string> = ja;

  it('are there in both languages', () => {
    expect(Object.keys(japanese).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(japanese).filter(text => !text.trim())).toEqual([]);
  });

  it('are filled with the same values in both', () => {
    for (const [key, text] of Object.entries(english)) {
      const wanted = names(text);
      // Japanese counts where English has a word for one.
      if (key.endsWith('_one')) wanted.add('count');
      for (const name of names(japanese[key])) expect(wanted).toContain(name);
    }
  });
});

it('no two rooms use the same key', () => {
  const keys = Object.values(rooms).flatMap(room => Object.keys(room.en));
  expect(keys).toHaveLength(new Set(keys).size);
});
