import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSightText } from './sight-texts.ts';
import type { WhyOf } from './WhyPanel.tsx';

const WhyPanel = lazy(async () => ({ default: (await import('./WhyPanel.tsx')).WhyPanel }));

/** By which grant one sees what the page shows; it opens beside the page. */
export function WhyButton(of: WhyOf) {
  const say = useSightText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SafetyCertificateOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('why')}
      </Button>
      <Suspense>{isOpen ? <WhyPanel of={of} close={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
