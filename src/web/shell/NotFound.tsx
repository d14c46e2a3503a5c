import { QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { State } from '#/platform/ui/states.tsx';
import { keepPlace } from '../address.ts';
import { useShellText } from './shell-texts.ts';

export function NotFound() {
  const say = useShellText();
  return (
    <State
      isPage
      icon={<QuestionCircleOutlined />}
      title={say('notFound')}
      actions={
        <Link to="/" search={keepPlace}>
          {say('toStart')}
        </Link>
      }
    >
      {say('notFoundWhat')}
    </State>
  );
}

/** A bug of ours on a page: the shell around it goes on. */
export function PageFault({ error }: ErrorComponentProps) {
  const say = useShellText();
  return (
    <State
      isPage
      icon={<WarningOutlined />}
      role="alert"
      title={say('pageFault')}
      actions={<Button onClick={() => window.location.reload()}>{say('reload')}</Button>}
    >
      <p>{say('pageFaultWhat')}</p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
    </State>
  );
}
