import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSightText } from './sight-texts.ts';
import styles from './Why.module.css';
import type { WhyOf } from './WhyPanel.tsx';

const WhyPanel = lazy(async () => ({ default: (await import('./WhyPanel.tsx')).WhyPanel }));

/** By which grant one sees what the page shows; it opens beside the page. `isQuiet`: where there is little room for buttons. */
export function WhyButton({ isQuiet = false, ...of }: WhyOf & { isQuiet?: boolean }) {
  const say = useSightText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        type={isQuiet ? 'link' : 'default'}
        className={isQuiet ? `${styles.quiet} not-printed` : undefined}
        icon={<SafetyCertificateOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {say('why')}
      </Button>
      <Suspense>{isOpen ? <WhyPanel of={of} close={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
