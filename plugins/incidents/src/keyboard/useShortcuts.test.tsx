import { fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { useRowKeys } from './useRowKeys';
import { useShortcuts } from './useShortcuts';

function Page(props: { onDeclare: () => void; dialog?: boolean }) {
  useShortcuts({ d: props.onDeclare });
  return (
    <>
      <input aria-label="field" />
      {props.dialog && <div role="dialog" />}
    </>
  );
}

describe('shortcuts', () => {
  it('run on their key', () => {
    const onDeclare = jest.fn();
    render(<Page onDeclare={onDeclare} />);
    fireEvent.keyDown(document.body, { key: 'd' });
    fireEvent.keyDown(document.body, { key: 'x' });
    expect(onDeclare).toHaveBeenCalledTimes(1);
  });

  it('rest while somebody writes, while a dialog is open, and with a modifier', () => {
    const onDeclare = jest.fn();
    const { rerender } = render(<Page onDeclare={onDeclare} />);
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'd' });
    fireEvent.keyDown(document.body, { key: 'd', ctrlKey: true });
    rerender(<Page onDeclare={onDeclare} dialog />);
    fireEvent.keyDown(document.body, { key: 'd' });
    expect(onDeclare).not.toHaveBeenCalled();
  });
});

function Rows() {
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  return (
    <div ref={list}>
      {['one', 'two'].map(name => (
        <a key={name} href={`#${name}`} data-row-link="">
          {name}
        </a>
      ))}
    </div>
  );
}

describe('the keys of rows', () => {
  it('move the focus down and up and stay inside', () => {
    render(<Rows />);
    const press = (key: string) => fireEvent.keyDown(document.body, { key });
    press('j');
    expect(screen.getByText('one')).toHaveFocus();
    press('j');
    press('j');
    expect(screen.getByText('two')).toHaveFocus();
    press('k');
    press('k');
    expect(screen.getByText('one')).toHaveFocus();
  });
});
