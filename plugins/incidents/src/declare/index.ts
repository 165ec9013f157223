export { DeclareButton, type DeclareButtonProps } from './DeclareButton';
export { DeclareDialog, type DeclareDialogProps } from './DeclareDialog';
