import {
  ApartmentOutlined,
  BankOutlined,
  BlockOutlined,
  ClusterOutlined,
  GlobalOutlined,
  HomeOutlined,
  PartitionOutlined,
  QuestionOutlined,
  SubnodeOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { UnitKind } from '#/domain/units/contract.ts';
import { useTreeText } from './tree-texts.ts';

const icons: Record<UnitKind, ReactNode> = {
  central: <GlobalOutlined />,
  provincial: <BankOutlined />,
  district: <ClusterOutlined />,
  bloc: <BlockOutlined />,
  commune: <HomeOutlined />,
  'agency-body': <PartitionOutlined />,
  'grassroots-body': <ApartmentOutlined />,
  'grassroots-cell': <TeamOutlined />,
  section: <PartitionOutlined />,
  'sub-grassroots-body': <SubnodeOutlined />,
  cell: <UserOutlined />,
};

const isKind = (kind: string | undefined): kind is UnitKind => kind !== undefined && kind in icons;

/** The sign of a kind of unit; its word stands beside it. */
export function KindIcon({ kind, className }: { kind: string | undefined; className?: string }) {
  return (
    <span aria-hidden className={className}>
      {isKind(kind) ? icons[kind] : <QuestionOutlined />}
    </span>
  );
}

/** The short word for a kind of unit. */
export function useKindWord(): (kind: string | undefined) => string {
  const say = useTreeText();
  return (kind) => say(isKind(kind) ? `kind.${kind}` : 'kind.none');
}
