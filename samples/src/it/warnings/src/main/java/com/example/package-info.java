/** A procedure that is documented in full. */
package com.example;
