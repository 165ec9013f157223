import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { RiKeyboardLine } from '@remixicon/react';
import { incidentsTranslationRef } from '../translation';
import { useShortcuts } from './useShortcuts';
import styles from './keyboard.module.css';

const keys = [
  ['d', 'declare'],
  ['/', 'search'],
  ['j', 'down'],
  ['k', 'up'],
  ['Enter', 'open'],
  ['a', 'acknowledge'],
  ['n', 'note'],
  ['Ctrl Enter', 'send'],
  ['?', 'help'],
] as const;

/** Says which keys there are, also by `?`. */
export function KeyboardHelp() {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiKeyboardLine />}
        aria-label={t('keyboard.title')}
        className={styles.button}
        onPress={() => setOpen(true)}
      />
      <Dialog isOpen={isOpen} onOpenChange={setOpen} width={360}>
        <DialogHeader>{t('keyboard.title')}</DialogHeader>
        <DialogBody>
          <dl className={styles.keys}>
            {keys.map(([key, what]) => (
              <div key={key} className={styles.row}>
                <dt>
                  {key.split(' ').map(part => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </dt>
                <dd>{t(`keyboard.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </DialogBody>
      </Dialog>
    </>
  );
}
