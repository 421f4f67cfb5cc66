package no.innvei.introduction.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact, non-negative number, so that money is rounded once and thresholds are compared unrounded. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(BigDecimal.ZERO);

    static Fraction of(BigDecimal number) {
        var whole = number.setScale(Math.max(number.scale(), 0), RoundingMode.UNNECESSARY);
        return new Fraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }

    /** A number, or one whole number over another: {@code 2/3}. */
    static Fraction parse(String text) {
        int line = text.indexOf('/');
        return line < 0
                ? of(new BigDecimal(text))
                : new Fraction(new BigInteger(text.substring(0, line)), new BigInteger(text.substring(line + 1)));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction dividedBy(int parts) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(parts)));
    }

    /** Kroner with two decimals, half up. */
    BigDecimal kroner() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
