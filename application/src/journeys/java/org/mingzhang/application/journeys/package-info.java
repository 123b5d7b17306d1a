/**
 * Journeys through the site in a real Chromium. They are compiled and run by the profile {@code journeys}, which the
 * launcher switches on when a Chromium is installed: the driver is a download of 200 MB that nobody else needs.
 *
 * <p>A journey asks for the {@link org.mingzhang.application.journeys.Site} and gets the whole application with the
 * sample, started once for all journeys, and a fresh browser page for itself. Pictures go to {@code
 * target/screenshots}.
 */
@NullMarked
package org.mingzhang.application.journeys;

import org.jspecify.annotations.NullMarked;
