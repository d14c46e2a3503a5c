import styles from './Bar.module.css';

interface BarProps {
  /** 0 to 1; what is beyond is drawn as all of it. */
  share: number;
  /** Under a number, as a line. */
  isThin?: boolean;
  /** A distance to a target. */
  isGold?: boolean;
}

/** A bar whose length says again what the number beside it says. */
export function Bar({ share, isThin = false, isGold = false }: BarProps) {
  return (
    <span aria-hidden className={isThin ? `${styles.track} ${styles.thin}` : styles.track}>
      <span
        className={isGold ? `${styles.bar} ${styles.gold}` : styles.bar}
        style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
      />
    </span>
  );
}
