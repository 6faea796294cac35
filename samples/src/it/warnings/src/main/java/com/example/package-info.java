/** A procedure with complete Javadoc. */
package com.example;
